"""How is an answer put to a person? Its parts in order, in words, with the number marked; faces lay them out."""
