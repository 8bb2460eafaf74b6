-- What an office has to answer goes with the dossier, to the office that has it then.
grant update (office) on examination.appeal to wif_app;
