"""The benchmarks, by name: `python -m benchmarks` lists them, `python -m benchmarks NAME ...` runs one."""

import ast
import sys
from importlib import import_module
from pathlib import Path


def main() -> int:
    """Run the benchmark that is named, or list them; return its exit code, or 2 for an unknown name."""
    there = benchmarks()
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in there:
        print("usage: python -m benchmarks NAME ...; NAME --help says more\n")
        for each, path in there.items():
            print(f"  {each:18}{(ast.get_docstring(ast.parse(path.read_text(encoding='utf-8'))) or '').splitlines()[0]}")
        return 2 if name and not name.startswith("-") else 0
    sys.argv = [f"python -m benchmarks {name}", *sys.argv[2:]]
    # Imported, not run as "__main__": processes that a benchmark starts find its functions by the name of its module.
    return import_module(f"benchmarks.{name}").main() or 0


def benchmarks() -> dict[str, Path]:
    """Return the file of each benchmark by its name."""
    return {path.stem: path for path in sorted(Path(__file__).parent.glob("*.py")) if _runs(path)}


def _runs(path: Path) -> bool:
    return path.stem != "__main__" and '__name__ == "__main__"' in path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
