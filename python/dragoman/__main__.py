"""`python -m dragoman …` is the program `dragoman …`."""
import os
import sys

from . import files
from .errors import SetupError


def main() -> None:
    try:
        path = os.fspath(files.program())
    except SetupError as error:
        sys.exit(f"dragoman: {error}")
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    main()
