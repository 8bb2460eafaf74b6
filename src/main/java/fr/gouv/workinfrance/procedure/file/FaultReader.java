package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the library of reasons for which a part of a request is to be mended.
final class FaultReader {
    private final Mistakes mistakes;

    FaultReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Fault> read(Mapping file) {
        Set<String> ids = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (Mapping item : file.neededMappings("reasons")) {
            String id = item.text("id");
            if (!ids.add(id)) {
                mistakes.at(item.at("id"), "there are two of id '" + id + "'");
            }
            faults.add(new Fault(id, item.one("for", Fault.About.class), item.ownWords()));
            item.finish();
        }
        file.finish();
        return List.copyOf(faults);
    }
}
