/**
 * Reads the pipelines of the configuration; each name, field and formula is checked at the start.
 */
@NullMarked
package io.ratel.server.config.pipeline;

import org.jspecify.annotations.NullMarked;
