package fr.gouv.workinfrance.demo.mailbox;

/// A file that came with a message.
public record Enclosure(long id, String name, String mediaType) {}
