package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passeport.pdf                 | passeport.pdf",
                "Contrat signé (2).PDF         | Contrat signé (2).pdf",
                "scan.jpeg                     | scan.pdf",
                "../../etc/passwd              | passwd.pdf",
                "C:\\Users\\me\\contrat.pdf    | contrat.pdf",
                ".htaccess                     | htaccess.pdf",
                "...                           | document.pdf",
                "''                            | document.pdf",
                "facture.pdf.exe               | facture.pdf.exe.pdf",
                "a<b>c:d\"e?f*g.pdf            | abcdefg.pdf",
                "عقد العمل.pdf                 | عقد العمل.pdf",
                "Hợp đồng.pdf                  | Hợp đồng.pdf",
                "CON.pdf                       | CON.pdf",
            })
    void what_a_person_would_recognise_of_a_name_is_kept(String typed, String kept) {
        assertThat(FileName.clean(typed, FileType.PDF).value()).isEqualTo(kept);
    }

    @Test
    void nothing_that_breaks_a_header_or_turns_the_reading_direction_is_kept() {
        String typed = "a\r\nSet-Cookie: x=1\u0000\u0007\u202Efdp.exe\u202C\u200B\uFEFF\u2028b.pdf";

        assertThat(FileName.clean(typed, FileType.PDF).value())
                .isEqualTo("a Set-Cookie x=1fdp.exe b.pdf");
    }

    @Test
    void a_very_long_name_is_cut_between_two_characters() {
        String name = FileName.clean("😀".repeat(500) + ".pdf", FileType.PDF).value();

        assertThat(name).isEqualTo("😀".repeat(120) + ".pdf");
    }
}
