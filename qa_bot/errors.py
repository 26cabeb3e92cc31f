"""What can go wrong, as a tree. Every message names the file or query and the next step; "not found" is an Answer, not an error.

QABotError
  ConfigError                  a setting or option is unknown or unusable           (exit code 2)
  IngestError                  a file cannot be used
    UnsupportedFormatError       its kind is not read
    UnreadableDocumentError      it cannot be opened or decoded
  RetrievalError               the index cannot be used
    IndexNotBuiltError           there is none yet
    IndexOutdatedError           another version built it
    IndexCorruptError            it is damaged
  EvaluationError              questions, a measure or a run cannot be used     (exit code 2)
  UnfoundedAnswerError         an answer would say more than its sources
  DeliveryError                an answer could not be sent
"""


class QABotError(Exception):
    """The root: catch this to catch all of ours."""


class ConfigError(QABotError):
    """A setting or option is unknown or unusable."""


class IngestError(QABotError):
    """A file cannot be used."""


class UnsupportedFormatError(IngestError):
    """The kind of file is not read."""


class UnreadableDocumentError(IngestError):
    """The file cannot be opened or decoded."""


class RetrievalError(QABotError):
    """The index cannot be used."""


class IndexNotBuiltError(RetrievalError):
    """There is no index yet."""


class IndexOutdatedError(RetrievalError):
    """Another version built the index."""


class IndexCorruptError(RetrievalError):
    """The index is damaged."""


class EvaluationError(QABotError):
    """Questions with known answers, a measure, or a run to compare with cannot be used."""


class UnfoundedAnswerError(QABotError):
    """An answer would show what its quotes do not hold; it is not sent."""


class DeliveryError(QABotError):
    """An answer could not be sent."""
