// All style sheets of the phone entry, in order.
import './tokens.css';
import './base.css';
import './parts.css';
import './fields.css';
import './photos.css';
