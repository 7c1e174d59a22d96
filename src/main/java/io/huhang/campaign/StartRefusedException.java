package io.huhang.campaign;

import java.util.List;

/** Why this node must not start, every reason at once. Operators read it: English. */
public class StartRefusedException extends RuntimeException {

	/**
	 * Stops the start.
	 * @param reasons one line each: what is wrong and what is expected
	 */
	public StartRefusedException(List<String> reasons) {
		super(String.join("\n", reasons));
	}

}
