-- What moved stays as it was; for whom and by whom may be forgotten.
drop trigger movements_stay on movements;
--> statement-breakpoint
create trigger movements_stay before update on movements for each row
  when ((old.resource_id, old.quantity, old.why, old.at) is distinct from (new.resource_id, new.quantity, new.why, new.at))
  execute function stays_as_it_was();
