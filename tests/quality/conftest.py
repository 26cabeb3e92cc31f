"""The tests of this folder import the scorers and runners that stand beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # pytest's importlib mode leaves it out; run as scripts they find it by themselves
