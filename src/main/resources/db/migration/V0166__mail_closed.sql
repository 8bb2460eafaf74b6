-- What is encrypted packs no further; a letter that waits fits in its row, which is all that is written of it.
alter table mail.message alter column closed set storage external;
alter table mail.message set (toast_tuple_target = 8160);
