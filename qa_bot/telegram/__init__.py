"""The Telegram face: `service` runs it, `face` says what a question, a command and a button bring, the rest carries both ways.

Nothing here is imported unless `qa-bot telegram` is called: python-telegram-bot alone takes longer to import than an answer takes.
"""
