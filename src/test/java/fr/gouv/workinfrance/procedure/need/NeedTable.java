package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import java.time.LocalDate;

/// The decision table as the tests see it: the real file, without Spring.
final class NeedTable {

    static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    static final Need NEED = new Procedures(new Territories(), new Countries()).need();

    private NeedTable() {}
}
