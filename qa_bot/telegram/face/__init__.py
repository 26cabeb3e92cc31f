"""What a question, a command and a button bring."""

from qa_bot.telegram.equipment import Equipment, Face
from qa_bot.telegram.face.face import QuestionFace


def create_face(equipment: Equipment) -> Face:
    """Return the face over *equipment*."""
    return QuestionFace(equipment)
