package fr.gouv.workinfrance.examination.export;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A table that is written row by row, of which little is held at once. A cell is a text, a day or
/// nothing; what others typed is never a formula.
sealed interface Sheet extends Closeable {

    void row(List<@Nullable Object> cells) throws IOException;

    static Sheet xlsx(OutputStream out, String title, List<String> headings) throws IOException {
        return new Xlsx(out, title, headings);
    }

    static Sheet csv(OutputStream out, List<String> headings) throws IOException {
        return new Csv(out, headings);
    }

    /// A workbook keeps texts as texts: none of them is computed.
    final class Xlsx implements Sheet {

        private static final int HELD = 500;
        private static final int WIDTH = 22;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int next = 1;

        private Xlsx(OutputStream out, String title, List<String> headings) throws IOException {
            workbook = new Workbook(out, "Work in France", "1.0");
            sheet = workbook.newWorksheet(title);
            sheet.freezePane(1, 1);
            for (int column = 0; column < headings.size(); column++) {
                sheet.width(column, WIDTH);
                sheet.value(0, column, headings.get(column));
                sheet.style(0, column).bold().set();
            }
        }

        @Override
        public void row(List<@Nullable Object> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                switch (cells.get(column)) {
                    case null -> {}
                    case LocalDate day -> {
                        sheet.value(next, column, day);
                        sheet.style(next, column).format("dd/mm/yyyy").set();
                    }
                    case Object other -> sheet.inlineString(next, column, other.toString());
                }
            }
            if (next % HELD == 0) {
                sheet.flush();
            }
            next++;
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }

    /// A text that begins like a formula would be computed by the spreadsheet that opens it: an
    /// apostrophe keeps it from that.
    final class Csv implements Sheet {

        private static final String FORMULAS = "=+-@\t\r";
        private static final char MARK = '\ufeff';

        private final CSVPrinter printer;

        private Csv(OutputStream out, List<String> headings) throws IOException {
            OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(MARK);
            printer = new CSVPrinter(writer, CSVFormat.RFC4180.builder().setDelimiter(';').get());
            printer.printRecord(headings);
        }

        @Override
        public void row(List<@Nullable Object> cells) throws IOException {
            List<@Nullable String> texts = new ArrayList<>(cells.size());
            for (Object cell : cells) {
                texts.add(cell == null ? null : neutral(cell.toString()));
            }
            printer.printRecord(texts);
        }

        private static String neutral(String text) {
            return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        @Override
        public void close() throws IOException {
            printer.close();
        }
    }
}
