"""From figures and passages to an answer that says only what they say."""

from qa_bot.answer.compose import compose, decline, identified
from qa_bot.answer.join import join
from qa_bot.answer.match import match
from qa_bot.answer.plan import plan
from qa_bot.answer.readings import Reading, read
from qa_bot.answer.series import alike, glance, left_aside
from qa_bot.answer.things_told import tells_of

__all__ = ["Reading", "alike", "compose", "decline", "glance", "identified", "join", "left_aside", "match", "plan", "read", "tells_of"]
