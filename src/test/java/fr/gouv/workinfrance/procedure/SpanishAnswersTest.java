package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Parsed.Value;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What is understood of what people type in Spanish, and how it is said to them.
class SpanishAnswersTest {
    private static final Set<Per> PAY = Set.of(Per.HOUR, Per.MONTH, Per.YEAR);
    private static final Set<Per> TIME = Set.of(Per.WEEK, Per.MONTH, Per.YEAR);

    @Test
    void answers_are_read_and_said_in_spanish() {
        Locale spanish = Locale.of("es");
        assertThat(new FieldType.Day().parse("12 de marzo de 2027", spanish))
                .isEqualTo(new Value("2027-03-12", "12 de marzo de 2027"));
        assertThat(new FieldType.Day().display("2027-09-01", spanish))
                .isEqualTo("1 de septiembre de 2027");
        assertThat(new FieldType.PartialDay().parse("marzo de 1999", spanish))
                .isEqualTo(new Value("1999-03-00", "marzo de 1999"));
        assertThat(new FieldType.YesNo().parse("Sí", spanish)).isEqualTo(new Value(true, "Sí"));
        assertThat(new FieldType.Money(PAY).parse("1.485,50 euros brutos al mes", spanish))
                .isEqualTo(
                        new Value(
                                Map.of("cents", 148_550L, "per", "MONTH"),
                                "1.485,50\u00a0€ por mes"));
        assertThat(new FieldType.Money(PAY).parse("25.000 euros por año", spanish))
                .isEqualTo(
                        new Value(
                                Map.of("cents", 2_500_000L, "per", "YEAR"),
                                "25.000\u00a0€ por año"));
        assertThat(new FieldType.Hours(TIME).parse("35 horas por semana", spanish))
                .isEqualTo(
                        new Value(
                                Map.of("minutes", 2_100L, "per", "WEEK"), "35\u00a0h por semana"));
        assertThat(new FieldType.Percentage(0, 100).parse("12,5 por ciento", spanish))
                .isEqualTo(new Value(1_250L, "12,5\u00a0%"));
    }
}
