package io.huhang.attachment;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How large uploads may be, as people read it: settings of a site. */
@Component
public class FileLimits {

	private final FileSettings settings;

	FileLimits(FileSettings settings) {
		this.settings = settings;
	}

	/** Of one file. */
	public String file() {
		return text(this.settings.maxFileSize());
	}

	/** Of all files that people uploaded for one case or recommendation. */
	public String all() {
		return text(this.settings.maxCaseSize());
	}

	static String text(DataSize size) {
		return (size.toMegabytes() > 0) ? size.toMegabytes() + "MB" : size.toBytes() + "字节";
	}

}
