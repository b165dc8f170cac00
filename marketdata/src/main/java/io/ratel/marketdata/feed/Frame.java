package io.ratel.marketdata.feed;

/**
 * One message as a venue sent it.
 *
 * @param url of the connection or of the request that it answers
 * @param text at most {@link FeedIntake#MAX_CHARS} characters are looked at
 * @param localTimeNs when it was received, nanoseconds since 1970 UTC
 */
public record Frame(String url, String text, long localTimeNs) {}
