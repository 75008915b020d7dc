"""Amounts in a text: numbers in digits and words, units, ranges and lists of them."""
