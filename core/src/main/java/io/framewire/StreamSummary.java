package io.framewire;

/**
 * How a stream went.
 *
 * @param ended why it ended
 * @param endConfirmed whether the other side knows: a sender's end was confirmed, in the patterns
 *     that answer, and is not known to be lost in the others; a receiver saw the end
 * @param statistics what it did
 */
public record StreamSummary(Ended ended, boolean endConfirmed, StreamStatistics statistics) {}
