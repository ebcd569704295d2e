-- Names are looked for without the marks that a keyboard may lack, and of a placement that never was
-- it is kept who said so and why.

ALTER TABLE "person" ADD COLUMN "plain_name" TEXT NOT NULL DEFAULT '';
ALTER TABLE "placement" ADD COLUMN "withdrawn_by_id" UUID, ADD COLUMN "withdrawn_reason" TEXT;

-- Letters as Swedish tells them apart: å, ä and ö are letters of their own, and Danish æ and ø are
-- the same as ä and ö; every other mark falls away. The twin of app/features/organisation/names/letters.ts.
-- Works letter by letter where the database's own lower() knows ASCII alone.
CREATE FUNCTION "swedish_letters"("written" text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  spelt text := lower(translate(normalize(written, NFD), 'ÆØŁĐÐÞŒẞ', 'æøłđðþœß'));
BEGIN
  spelt := replace(replace(spelt, 'æ', E'a\u0308'), 'ø', E'o\u0308');
  spelt := replace(replace(replace(spelt, 'ß', 'ss'), 'þ', 'th'), 'œ', 'oe');
  spelt := regexp_replace(spelt, E'(a\u030a|a\u0308|o\u0308)|[\u0300-\u036f]', '\1', 'g');
  RETURN normalize(translate(spelt, 'ıłđð', 'ildd'), NFC);
END $$;

-- The same for a keyboard without them.
CREATE FUNCTION "plain_letters"("written" text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
  RETURN translate(swedish_letters(written), 'åäö', 'aao');
END $$;

CREATE FUNCTION "keep_plain_name"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.plain_name := plain_letters(regexp_replace(trim(NEW.given_name || ' ' || NEW.family_name), '\s+', ' ', 'g'));
  RETURN NEW;
END $$;
CREATE TRIGGER "person_plain_name" BEFORE INSERT OR UPDATE OF "given_name", "family_name", "plain_name"
  ON "person" FOR EACH ROW EXECUTE FUNCTION "keep_plain_name"();
UPDATE "person" SET "plain_name" = '';

CREATE INDEX "person_authority_id_plain_name_idx" ON "person"("authority_id", "plain_name");
