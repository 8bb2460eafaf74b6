-- A view that an office keeps is its successor's once it has closed.
grant update (office) on examination.saved_view to wif_app;
