"""The exit codes, which programs rely on."""

ANSWERED = 0
FAILED = 1
MISUSED = 2  # bad usage or configuration, or a named file that cannot be used
NOT_HELD = 3  # the corpus does not hold the answer
INTERRUPTED = 130  # as shells have it: 128 + SIGINT
