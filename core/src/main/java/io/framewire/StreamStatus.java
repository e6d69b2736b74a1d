package io.framewire;

/**
 * How a stream stands with its other side at one moment.
 *
 * @param state the state
 * @param words the same for a person, beginning in lower case; after the end why it ended, as
 *     {@link Ended#word} has it
 */
public record StreamStatus(StreamState state, String words) {}
