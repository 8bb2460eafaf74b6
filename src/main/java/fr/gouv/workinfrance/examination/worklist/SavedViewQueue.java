package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.office.OfficeClosed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The views of an office that has closed are its successor's, with its requests.
@Component
class SavedViewQueue {

    private final SavedViewTable table;

    SavedViewQueue(SavedViewTable table) {
        this.table = table;
    }

    @EventListener
    void on(OfficeClosed closed) {
        table.succeed(closed.office().value(), closed.successor().value());
    }
}
