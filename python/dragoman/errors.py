"""What can go wrong. Messages say what was found, what was expected and what to do."""


class Error(Exception):
    """Any error of dragoman. `message` is the error in words; `where` the document, file or line, empty where there is none."""

    def __init__(self, message: str, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.message = message
        self.where = where


class InputError(Error, ValueError):
    """A document cannot be read: it is empty, binary or too long. Others can."""


class LanguageError(InputError):
    """A document is in a language that is not read; English alone is."""


class UsageError(Error, ValueError):
    """An argument cannot be understood, or does not go with the others."""


class SetupError(Error):
    """The model, the lexicon, the gazetteer or a store is missing or broken."""


class OutputError(Error, OSError):
    """A result cannot be written."""
