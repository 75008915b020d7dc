"""What can go wrong, and who must act."""


class PageError(Exception):
    """Skip this page: `code` is a short fixed reason, the message one sentence for the reader of `skipped`.

    >>> raise PageError("no_article", "a list of links, no paragraphs")
    Traceback (most recent call last):
    solieu.errors.PageError: a list of links, no paragraphs
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ConfigError(Exception):
    """The user fixes a setting, a path or a file; the message says which and how."""
