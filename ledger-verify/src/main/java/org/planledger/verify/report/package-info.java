/// What a check found, for a person and for a program.
@NullMarked
package org.planledger.verify.report;

import org.jspecify.annotations.NullMarked;
