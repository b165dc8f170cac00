/**
 * What was before a topic's snapshot: trades and bars from a moment on, read in batches by whoever
 * hands them over into what is live. A past can say whether its topic has been told of all that was
 * read, which is what makes a seam without a gap or a double possible.
 */
@NullMarked
package io.ratel.gateway.topic.past;

import org.jspecify.annotations.NullMarked;
