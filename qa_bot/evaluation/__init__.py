"""How good are the answers? Questions with known answers in; scores, failures with their reasons, comparisons and reports out."""
