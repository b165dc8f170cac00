/** Figures as a trader meets them: on the page, on the command line and over HTTP, of one venue. */
@NullMarked
package io.ratel.server.analysis;

import org.jspecify.annotations.NullMarked;
