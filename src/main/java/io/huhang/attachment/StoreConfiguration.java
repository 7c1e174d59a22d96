package io.huhang.attachment;

import java.io.IOException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses where files lie: in the bucket that is named, else in the folder. */
@Configuration
class StoreConfiguration {

	@Bean
	ContentStore contentStore(FileSettings files, BucketSettings bucket) throws IOException {
		return bucket.isGiven() ? new BucketStore(files, bucket) : new FolderStore(files);
	}

}
