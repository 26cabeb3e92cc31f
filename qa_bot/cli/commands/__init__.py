"""The commands, a file each: ``configure`` adds its options to a parser, ``run`` does it and returns the exit code."""
