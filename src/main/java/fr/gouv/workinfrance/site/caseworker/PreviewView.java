package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.document.Drawing;
import fr.gouv.workinfrance.examination.Preview;
import fr.gouv.workinfrance.examination.revision.Sketch;

import java.util.List;

/// A document that is shown before it is sent to be signed, page by page.
///
/// @param key of its name
public record PreviewView(String key, List<Drawing> pages) {

    public PreviewView {
        pages = List.copyOf(pages);
    }

    static List<PreviewView> of(Preview.Drawn drawn) {
        return drawn.documents().stream()
                .map(one -> new PreviewView("site.deed." + one.kind(), one.pages()))
                .toList();
    }

    static List<PreviewView> of(Sketch.Drawn drawn) {
        return drawn.documents().stream()
                .map(one -> new PreviewView("site.sign.paper." + one.paper(), one.pages()))
                .toList();
    }
}
