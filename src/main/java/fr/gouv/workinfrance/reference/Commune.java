package fr.gouv.workinfrance.reference;

import java.util.List;

/// A commune.
///
/// @param code the INSEE code, `93066`, `2A004`, `97411`: not a postcode
/// @param postcodes those of La Poste, one at least
public record Commune(String code, String name, List<String> postcodes) {

    private static final String OVERSEAS = "97";

    /// Keeps its own copy.
    public Commune {
        postcodes = List.copyOf(postcodes);
    }

    /// The code of its département, or of what stands for one overseas: `93`, `2A`, `974`, `975`.
    public String department() {
        return code.substring(0, code.startsWith(OVERSEAS) ? 3 : 2);
    }

    /// `Saint-Denis (93)`: no two communes of a département have the same name.
    public String label() {
        return name + " (" + department() + ")";
    }
}
