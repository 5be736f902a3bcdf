alter table listing_files rename column position to place;
