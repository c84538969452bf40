"""Where the files that reading takes lie: inside the installed package, or where the environment says."""
import os
from pathlib import Path

from .errors import SetupError

PACKAGE = Path(__file__).resolve().parent
MODELS = ("en_core_web_md", "en_core_web_lg", "en_core_web_sm")


def program() -> Path:
    """The program `dragoman`. SetupError: the package was installed without it."""
    path = PACKAGE / "bin" / "dragoman"
    if not path.is_file():
        raise SetupError(f"found no program at {path}; install the wheel that `make wheel` makes")
    return path


def homes() -> list[Path]:
    """The folders that are searched, in order: $DRAGOMAN_HOME, the package's own, the cache of `make model`."""
    out = [Path(home)] if (home := os.environ.get("DRAGOMAN_HOME")) else []
    out.append(PACKAGE / "share" / "dragoman")
    cache = os.environ.get("DRAGOMAN_CACHE")
    out.append(Path(cache) if cache else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dragoman")
    return out


def _first(names: list[str], what: str, argument: str) -> Path:
    for name in names:
        for home in homes():
            if (home / name).exists():
                return home / name
    searched = ", ".join(str(home) for home in homes())
    raise SetupError(f"found no {what} ({names[0]} in {searched}); name it with {argument}=")


def model() -> Path:
    """The language model: $DRAGOMAN_MODEL, or the first that is found."""
    named = os.environ.get("DRAGOMAN_MODEL")
    return Path(named) if named else _first([f"models/{name}.dragoman" for name in MODELS], "language model", "model")


def lexicon() -> Path:
    """The folder of the lexicon."""
    return _first(["lexicon"], "lexicon", "lexicon")


def gazetteer() -> Path | None:
    """The gazetteer, or None: without one fewer places are known."""
    try:
        return _first(["gazetteer.dragoman"], "gazetteer", "gazetteer")
    except SetupError:
        return None
