"""What an RT has before it meets: its people and places, emergency numbers, its kop."""
