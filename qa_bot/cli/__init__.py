"""The command line: parse, call, show. One file a command; nothing heavy is imported before a command needs it."""
