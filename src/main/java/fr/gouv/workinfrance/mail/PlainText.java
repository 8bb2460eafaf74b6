package fr.gouv.workinfrance.mail;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.Locale;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

/// Draws the text part of a letter from its XHTML, so that both say the same.
///
/// @param subject the title of the document
/// @param body paragraphs apart by an empty line, `- ` before list items, addresses after their
///   links
record PlainText(String subject, String body) {

    /// Reads a whole document.
    ///
    /// @param xhtml a whole document, well-formed
    /// @throws IllegalArgumentException when it is not well-formed: a mistake in the template
    static PlainText of(String xhtml) {
        Document document = parse(xhtml);
        var root = document.getDocumentElement();
        var text = new StringBuilder();
        write(first(root, "body"), text);
        return new PlainText(
                squeezed(first(root, "title").getTextContent()),
                text.toString()
                        .replaceAll("[ ]*\n[ ]*", "\n")
                        .replaceAll("\n{3,}", "\n\n")
                        .strip());
    }

    private static void write(Node node, StringBuilder out) {
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                writeElement(element, out);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                var words = child.getTextContent().replaceAll("\\s+", " ");
                out.append(
                        out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1))
                                ? words.stripLeading()
                                : words);
            }
        }
    }

    private static void writeElement(Element element, StringBuilder out) {
        switch (element.getTagName().toLowerCase(Locale.ROOT)) {
            case "br" -> out.append('\n');
            case "hr" -> out.append("\n\n-- \n");
            case "li" -> {
                out.append("\n- ");
                write(element, out);
            }
            case "a" -> {
                var address = element.getAttribute("href");
                var words = squeezed(element.getTextContent());
                out.append(words.equals(address) ? address : words + " : " + address);
            }
            case "strong", "em", "span", "abbr" -> write(element, out);
            default -> {
                out.append("\n\n");
                write(element, out);
                out.append("\n\n");
            }
        }
    }

    private static Element first(Element root, String name) {
        if (root.getElementsByTagName(name).item(0) instanceof Element element) {
            return element;
        }
        throw new IllegalArgumentException("the letter has no <" + name + ">");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Document parse(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (Exception e) {
            throw new IllegalArgumentException("the letter is not well-formed XHTML", e);
        }
    }
}
