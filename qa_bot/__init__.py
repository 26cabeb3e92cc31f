"""Ask a folder of documents a question; get the figure or the passage that answers it, with its scope and its source."""

__version__ = "0.1.0"
