package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Requirement;
import fr.gouv.workinfrance.procedure.Rows;
import fr.gouv.workinfrance.site.Shell;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A block of rows as a page shows it: those that were typed, and an empty one to begin with or
/// when it was asked for. Each of their questions is a field of its own, named
/// `<field>.<row>.<column>`.
///
/// @param rows each with its questions
/// @param more whether another row may be added
public record RowsView(List<List<FieldView>> rows, boolean more) {

    /// The parameter that takes a row off: `<field>.<row>`.
    static final String REMOVE = "enlever";

    /// The parameter that asks for an empty row: `<field>`.
    static final String ADD = "ajouter";

    /// The block as it stands on this page.
    ///
    /// @param added the field whose button asked for an empty row, if any did
    public static RowsView of(FieldView block, String added, Shell shell) {
        Rows type = (Rows) block.field().type();
        List<List<String>> typed = new ArrayList<>(type.cells(block.value()));
        boolean full = typed.size() >= type.max();
        if (typed.isEmpty() || (added.equals(block.field().id()) && !full)) {
            typed.add(type.columns().stream().map(_ -> "").toList());
        }
        List<List<FieldView>> rows = new ArrayList<>();
        for (int row = 0; row < typed.size(); row++) {
            rows.add(row(block, type, row + 1, typed.get(row), shell));
        }
        return new RowsView(rows, typed.size() < type.max());
    }

    private static List<FieldView> row(
            FieldView block, Rows type, int number, List<String> typed, Shell shell) {
        boolean begun = typed.stream().anyMatch(cell -> !cell.isBlank());
        List<FieldView> row = new ArrayList<>();
        for (int at = 0; at < type.columns().size(); at++) {
            Rows.Column column = type.columns().get(at);
            row.add(
                    new FieldView(
                            cell(block.field(), number, column),
                            typed.get(at),
                            begun ? wrong(column, typed.get(at), shell) : "",
                            0,
                            column.required()));
        }
        return row;
    }

    private static String wrong(Rows.Column column, String typed, Shell shell) {
        return switch (column.type().parse(typed, shell.locale())) {
            case Parsed.Value _ -> "";
            case Parsed.Blank _ -> column.required() ? shell.lookup("site.form.rows.empty") : "";
            case Parsed.Wrong(var key, var args) -> shell.say(key, args.toArray());
        };
    }

    private static Field cell(Field block, int number, Rows.Column column) {
        return new Field(
                block.id() + "." + number + "." + column.id(),
                block.section(),
                block.part(),
                block.shownTo(),
                column.type(),
                column.label(),
                column.hint(),
                column.required() ? new Requirement.Always() : new Requirement.Never(),
                null,
                "off",
                null,
                null,
                null,
                null,
                false,
                false);
    }

    /// The answer as it is kept, of a form that was sent, but for the row that is to be taken off.
    ///
    /// @return null when the form does not ask it
    static @Nullable String typed(Field block, Rows type, HttpServletRequest request) {
        if (request.getParameter(block.id() + ".revision") == null) {
            return null;
        }
        String removed = Objects.toString(request.getParameter(REMOVE), "");
        List<List<String>> rows = new ArrayList<>();
        for (int number = 1; number <= type.max(); number++) {
            if (removed.equals(block.id() + "." + number)) {
                continue;
            }
            List<String> row = new ArrayList<>();
            for (Rows.Column column : type.columns()) {
                row.add(
                        Objects.toString(
                                FieldView.typed(cell(block, number, column), request), ""));
            }
            rows.add(row);
        }
        return Rows.typed(rows);
    }
}
