-- What a row came from may be a report, too. A transaction can't use a value that it has added: what
-- uses this one comes in the next migration.
ALTER TYPE "source_type" ADD VALUE 'report';
