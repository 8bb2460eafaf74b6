package fr.gouv.workinfrance.examination.export;

import fr.gouv.workinfrance.document.DocumentId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// A file that was asked for.
///
/// @param total how many dossiers it is of
/// @param done how many of them are written
/// @param language of its words
/// @param file what was made; absent until it is whole
/// @param failed whether it was given up
public record Export(
        UUID id,
        Format format,
        int total,
        int done,
        UUID askedBy,
        Instant askedAt,
        String language,
        @Nullable DocumentId file,
        boolean failed) {

    /// More rows than this are asked for in several files.
    public static final int MOST = 200_000;

    public enum Format {
        /// A workbook, one row a dossier.
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /// Text, one row a dossier: UTF-8 with its mark, semicolons, as spreadsheets in French
        /// open.
        CSV("csv", "text/csv;charset=UTF-8"),
        /// One dossier whole: what was answered, its documents, its deeds and its journal.
        ARCHIVE("zip", "application/zip");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    public boolean over() {
        return file != null || failed;
    }
}
