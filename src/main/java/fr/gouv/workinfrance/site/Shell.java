package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.dossier.Due;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;

import gg.jte.support.LocalizationSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.text.Collator;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What every page knows: its language, who reads it, and the words.
///
/// @param path of this page, without the prefix of its language
/// @param here where this page is found again: its path and its query, or those of the page whose
///   form it answers
/// @param relations in which this person works for the administration; empty for everyone else
/// @param csrf the token that every form must carry; asked for only by pages that have one
/// @param wrong whether the page tells what is wrong in the form that it answers
/// @param state whether the State's brand is shown
public record Shell(
        Locale locale,
        String path,
        String here,
        @Nullable Account account,
        Set<String> relations,
        Supplier<String> csrf,
        boolean wrong,
        boolean state,
        boolean demo,
        MessageSource words)
        implements LocalizationSupport {

    private static final Pattern BEFORE_SIGN = Pattern.compile(" (?=[?!;:»])");
    private static final int KILO = 1_000;
    private static final int MEGA = 1_000_000;

    /// For `${shell.localize("key", value)}`: values are escaped.
    @Override
    public String lookup(String key) {
        return unbroken(words.getMessage(key, null, locale));
    }

    /// The sentence kept under a key; the template escapes it whole.
    public String say(String key, Object... arguments) {
        return unbroken(words.getMessage(key, arguments, locale));
    }

    /// What the catalogue says, in the language of the page.
    public String say(Words said) {
        return unbroken(said.in(locale));
    }

    /// What a part of a request, or the office, is called: whoever is to be employed, as the
    /// procedure says.
    public String part(String part, Version version) {
        return part.equals(Part.WORKER.name())
                ? say(version.worker())
                : lookup("site.part." + part);
    }

    /// The names of some parts.
    public String parts(Collection<Part> parts, Version version) {
        return parts.stream()
                .sorted()
                .map(part -> part(part.name(), version))
                .collect(Collectors.joining(", "));
    }

    /// Who is expected to mend something, and by when.
    public String due(Due due) {
        return say("site.due." + due.whose(), day(due.by()));
    }

    /// In French, the space before a double sign, or within quotation marks, breaks no line.
    private String unbroken(String text) {
        return french()
                ? BEFORE_SIGN.matcher(text).replaceAll("\u00a0").replace("« ", "«\u00a0")
                : text;
    }

    /// The answers that a question offers: countries in the order of the alphabet of the reader,
    /// the others in that of the catalogue.
    public List<Option> options(FieldType type) {
        return type instanceof FieldType.CountryCode ? sorted(type.options()) : type.options();
    }

    /// The same answers, in the order of the alphabet of the reader.
    public List<Option> sorted(List<Option> options) {
        Collator alphabet = Collator.getInstance(locale);
        return options.stream()
                .sorted(Comparator.comparing(option -> option.label().in(locale), alphabet))
                .toList();
    }

    /// What heads the tab: who hears the page hears first that something is wrong.
    public String tab(String title) {
        return (wrong ? say("site.wrong", title) : title) + " – " + lookup("site.name");
    }

    /// An address of this site, in the language of the page.
    public String url(String to) {
        return spoken().prefix() + to;
    }

    /// Where a file of `static/` is found: `wif.css`. It may be kept for good.
    public String asset(String file) {
        return Assets.at(file);
    }

    /// The languages in which this page is written.
    public List<Language> languages() {
        return LanguagePrefix.of(path);
    }

    /// This page, in a language.
    public String in(Language language) {
        return language.prefix() + here;
    }

    /// The language of this page.
    public Language spoken() {
        return Language.of(locale);
    }

    public String language() {
        return spoken().code();
    }

    /// Whether this page is in the language that binds.
    public boolean french() {
        return spoken() == Language.FRENCH;
    }

    /// The sentence kept under a key, in the language that binds.
    public String inFrench(String key) {
        return words.getMessage(key, null, Language.FRENCH.locale());
    }

    /// What stands between two things of a list that is long: French puts a space before it.
    public String semicolon() {
        return french() ? "\u00a0; " : "; ";
    }

    /// What stands between a label and what it labels: French puts a space before a colon.
    public String colon() {
        return french() ? "\u00a0: " : ": ";
    }

    /// "12 ko", "1,4 Mo": in decimal units, as the limit is told.
    public String size(long bytes) {
        String unit = french() ? "o" : "B";
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(bytes < MEGA ? 0 : 1);
        return bytes < MEGA
                ? number.format(Math.max(1, bytes / (double) KILO)) + " k" + unit
                : number.format(bytes / (double) MEGA) + " M" + unit;
    }

    public boolean works(String relation) {
        return relations.contains(relation);
    }

    /// Whether this person works in a service that may be asked for its opinion.
    public boolean consulted() {
        return relations.stream().anyMatch(Inboxes.MEMBERS::contains);
    }

    /// "23 novembre 2026"
    public String day(LocalDate day) {
        return WrittenDate.of(day, locale);
    }

    /// "23 novembre 2026 à 14:05", in Paris.
    public String moment(Instant moment) {
        return WrittenDate.of(moment.atZone(HolidayZone.METROPOLE.id()), locale);
    }
}
