-- No answer is due while the company awaits the customer. The data says so as the model writes it.
UPDATE conversations SET due_at = NULL
WHERE due_at IS NOT NULL
  AND (state = 'pending' OR data LIKE '%"awaiting_customer_reply":true%');
