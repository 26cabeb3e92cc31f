"""The tables of a generation's records. People may open them too: the columns after *record* are read from its JSON, and cost no room."""

NAME = "records.sqlite"

# In a finished generation ordinals run in the order of documents and their passages; that of a passage is its name in the engine.
_CONTENT = """
CREATE TABLE {schema}.files (
    path TEXT PRIMARY KEY,      -- absolute
    root TEXT NOT NULL,         -- the path that was named
    rel TEXT NOT NULL,          -- relative to it
    key TEXT NOT NULL,          -- hash of all that its documents are made from
    content TEXT NOT NULL       -- hash of its bytes alone, by which it is known under another name
) WITHOUT ROWID;
CREATE TABLE {schema}.skipped (path TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE {schema}.documents (
    ordinal INTEGER PRIMARY KEY,
    doc_id TEXT NOT NULL,
    own_id TEXT NOT NULL,       -- before a root's name was set before it
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    words TEXT NOT NULL,        -- its distinct words, folded
    record TEXT NOT NULL,       -- JSON
    -- CRC-32 of doc_id and record
    sum INTEGER NOT NULL
);
CREATE TABLE {schema}.passages (
    ordinal INTEGER PRIMARY KEY,
    passage_id TEXT NOT NULL,
    doc_id TEXT NOT NULL,
    position INTEGER NOT NULL,  -- in its document, from 0
    body TEXT NOT NULL,         -- index terms, a line for each sentence
    lengths TEXT NOT NULL,      -- how many terms each sentence has
    numbers TEXT NOT NULL,      -- 1 for each sentence that holds a number, 0 for each other
    title TEXT NOT NULL,        -- index terms of title and headings
    scope TEXT NOT NULL,        -- index terms of the scope of its figures
    terms_sum INTEGER NOT NULL, -- CRC-32 of doc_id, body, lengths, numbers, title and scope
    record TEXT NOT NULL,       -- JSON
    -- CRC-32 of passage_id and record
    sum INTEGER NOT NULL
);
CREATE TABLE {schema}.figures (
    ordinal INTEGER PRIMARY KEY,
    figure_id TEXT NOT NULL,
    passage_id TEXT NOT NULL,
    doc_id TEXT NOT NULL,
    position INTEGER NOT NULL,  -- in its document, from 0
    record TEXT NOT NULL,       -- JSON
    -- CRC-32 of passage_id and record
    sum INTEGER NOT NULL
);
"""

# The columns that are read from the JSON, added to a table when it is full: SQLite works them out for each row that is put into one that
# has them, and holds what the JSON of a long document makes many times over.
_READ_FROM_JSON = {
    "documents": {
        "title": "json_extract(record, '$.title')",
        "publisher": "json_extract(record, '$.publisher')",
        "published": "json_extract(record, '$.published')",
        "language": "coalesce(json_extract(record, '$.language'), 'en')",
        "url": "json_extract(record, '$.url')",
        "text": "json_extract(record, '$.text')",
    },
    "passages": {"text": "json_extract(record, '$.text')"},
    "figures": {
        "value": "json_extract(record, '$.value')",
        "unit": "json_extract(record, '$.unit')",
        "counted": "json_extract(record, '$.counted')",
        "action": "json_extract(record, '$.action')",
        "actor": "json_extract(record, '$.actor')",
        "direction": "json_extract(record, '$.direction')",
        "place": "json_extract(record, '$.place')",
        "claimant": "json_extract(record, '$.claimant.name')",
        "period_start": "json_extract(record, '$.period.start')",
        "period_end": "json_extract(record, '$.period.end')",
    },
}

_FINISHED = """
CREATE TABLE {schema}.terms (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE {schema}.words (
    word TEXT PRIMARY KEY,      -- folded
    length INTEGER NOT NULL,
    first TEXT NOT NULL,        -- its first letter
    last TEXT NOT NULL,         -- its last two
    documents INTEGER NOT NULL  -- how many hold it
) WITHOUT ROWID;
CREATE TABLE {schema}.statistics (passages INTEGER, passage_terms REAL, sentence_terms REAL);
"""

_BY_DOCUMENT = """
CREATE INDEX {schema}.documents_by_file ON documents (file);
CREATE INDEX {schema}.passages_by_document ON passages (doc_id, position);
CREATE INDEX {schema}.figures_by_document ON figures (doc_id, position);
"""

_LOOK_UPS = """
CREATE UNIQUE INDEX {schema}.documents_by_id ON documents (doc_id);
CREATE UNIQUE INDEX {schema}.passages_by_id ON passages (passage_id);
CREATE INDEX {schema}.figures_by_passage ON figures (passage_id);
CREATE INDEX {schema}.figures_by_id ON figures (figure_id);
CREATE INDEX {schema}.documents_by_publication ON documents (published, publisher, language, doc_id);
CREATE INDEX {schema}.words_by_start ON words (first, length);
CREATE INDEX {schema}.words_by_end ON words (last, length);
"""

_STAGED = """
CREATE INDEX {schema}.documents_by_id ON documents (doc_id);
CREATE TABLE {schema}.basis (basis TEXT NOT NULL); -- hash of all that decides what is made of a document
"""

# What a draft has to remember of files and documents, which may be too many for the memory.
LISTS = """
CREATE TEMP TABLE kept (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE left_out (file TEXT, own_id TEXT, PRIMARY KEY (file, own_id)) WITHOUT ROWID;
CREATE TEMP TABLE contested (file TEXT, own_id TEXT, doc_id TEXT, PRIMARY KEY (own_id, file)) WITHOUT ROWID;
CREATE TEMP TABLE settled (file TEXT, own_id TEXT, doc_id TEXT, PRIMARY KEY (file, own_id)) WITHOUT ROWID;
CREATE TEMP TABLE taken (doc_id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE faulty (path TEXT, reason TEXT, PRIMARY KEY (path, reason)) WITHOUT ROWID;
"""

# What is written; the finished tables are filled in this order.
COLUMNS = {
    "files": "path, root, rel, key, content",
    "skipped": "path, reason",
    "documents": "doc_id, own_id, file, digest, words, record, sum",
    "passages": "passage_id, doc_id, position, body, lengths, numbers, title, scope, terms_sum, record, sum",
    "figures": "figure_id, passage_id, doc_id, position, record, sum",
}


def staging_tables(schema: str) -> str:
    """Return the SQL of the tables that new documents are put into, in the attached database *schema*."""
    return (_CONTENT + _BY_DOCUMENT + _STAGED).format(schema=schema)


def finished_tables(schema: str) -> str:
    """Return the SQL of all tables of a generation, without what `completed` adds when they are full."""
    return (_CONTENT + _FINISHED).format(schema=schema)


def completed(schema: str) -> str:
    """Return the SQL of the columns that are read from JSON, and of all indexes of a generation, which are quicker made of full tables."""
    added = "".join(
        f"ALTER TABLE {{schema}}.{table} ADD COLUMN {column} TEXT AS ({source}) VIRTUAL;\n"
        for table, columns in _READ_FROM_JSON.items()
        for column, source in columns.items()
    )
    return (added + _BY_DOCUMENT + _LOOK_UPS).format(schema=schema)
