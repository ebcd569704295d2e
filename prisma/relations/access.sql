-- Ways in, as other rooms name whoever did something.

CREATE FUNCTION accounts() RETURNS TABLE (id uuid, person_id uuid, name text)
LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT account.id, account.person_id, account.name FROM account;
END;
