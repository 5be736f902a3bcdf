-- A bank may send money back that was on its way to a buyer: then the order is again what it was.
drop trigger orders_go_on on orders;
--> statement-breakpoint
create trigger orders_go_on before update of state on orders for each row
  when (old.state is distinct from new.state) execute function goes_on_as_told(
    'waiting>paid', 'waiting>let-go', 'let-go>paid', 'paid>on-its-way', 'paid>arrived', 'on-its-way>arrived',
    'paid>returned', 'on-its-way>returned', 'arrived>returned',
    'returned>paid', 'returned>on-its-way', 'returned>arrived');
