-- By which way a part has come about, so that lists can tell it of whole threads.
ALTER TABLE parts ADD COLUMN touchpoint TEXT; -- message, email, call or note
UPDATE parts SET touchpoint = CASE
    WHEN kind IN ('message', 'quick_replies', 'quick_reply_chosen')
        OR (kind = 'suggestion' AND json_extract(data, '$.body.data.status') = 'pending')
    THEN CASE WHEN json_extract(data, '$.channel') = 'email'
                OR json_extract(data, '$.body.data.email') = 1 THEN 'email' ELSE 'message' END
    WHEN kind IN ('note', 'suggestion') THEN 'note'
    WHEN kind = 'call' THEN 'call' END;
CREATE INDEX parts_by_touchpoint ON parts (conversation_id, touchpoint, position)
    WHERE touchpoint IS NOT NULL;
