/** Reports as a client gets them, read back by the programs they are made for. */
@NullMarked
package io.ratel.gateway.report;

import org.jspecify.annotations.NullMarked;
