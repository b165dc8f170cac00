/** Formulas, tables and files of pipelines, with the library and a real disk. */
@NullMarked
package io.ratel.adapters.pipeline;

import org.jspecify.annotations.NullMarked;
