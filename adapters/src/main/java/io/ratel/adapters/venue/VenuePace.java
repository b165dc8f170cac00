package io.ratel.adapters.venue;

import java.time.Duration;

/**
 * How often a venue wants to be spoken to.
 *
 * @param messagesPerSecond on the socket, after a burst of {@code messageBurst}
 * @param requestsPerSecond over HTTP, after a burst of {@code requestBurst}
 * @param ping between two pings of ours
 * @param silence without a word for so long the connection is taken for dead
 * @param refresh between two snapshots of a book whose changes are not numbered, which bounds how
 *     long a change that never came can go unseen; zero where none is needed
 */
public record VenuePace(
    double messagesPerSecond,
    int messageBurst,
    double requestsPerSecond,
    int requestBurst,
    Duration ping,
    Duration silence,
    Duration refresh) {}
